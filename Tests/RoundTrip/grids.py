"""Random grids with spans, and what two grids have to share to count as equal."""

import random

TEXTS = ["栏目", "更新", "A&B<C>", "一\n二", "★ 甲", "“引”", "2.50", "007", "=1", "政务 公开", "x" * 40, "é ü", "（一）"]


class Grid:
    """Rows, columns, and cells as (row, column, rowSpan, columnSpan, text), in the order of their anchors."""

    def __init__(self, rows, columns, cells):
        self.rows, self.columns, self.cells = rows, columns, cells

    def owners(self):
        """For each place the index of the cell that covers it."""
        places = [[None] * self.columns for _ in range(self.rows)]
        for index, (row, column, height, width, _) in enumerate(self.cells):
            for y in range(row, row + height):
                for x in range(column, column + width):
                    places[y][x] = index
        return places

    def shown(self):
        """The cells that a reader has to list: those with text or with a span."""
        return sorted(cell for cell in self.cells if cell[4] or cell[2] > 1 or cell[3] > 1)


def reduced(cells):
    """The same cells without the rows and columns at which none of them begins.

    Word processors keep where cells begin and not how many rows or columns they were once said to take, and a drawing
    has no line where nothing begins. Empty cells that are merged no more begin nothing that could be seen.
    """
    cells = [cell for cell in cells if cell[4] or cell[2] > 1 or cell[3] > 1]
    rows = sorted({cell[0] for cell in cells})
    columns = sorted({cell[1] for cell in cells})
    result = [
        (rows.index(row), columns.index(column), sum(row <= start < row + height for start in rows),
         sum(column <= start < column + width for start in columns), text)
        for row, column, height, width, text in cells]
    return result if result == cells else reduced(result)


def random_grid(seed):
    generator = random.Random(seed)
    rows, columns = generator.randint(1, 9), generator.randint(1, 7)
    covered = [[False] * columns for _ in range(rows)]
    likely = generator.choice([0.0, 0.15, 0.3, 0.5])
    blank = generator.choice([0.0, 0.0, 0.2])
    cells = []
    for row in range(rows):
        for column in range(columns):
            if covered[row][column]:
                continue
            width = 1
            while column + width < columns and not covered[row][column + width] and generator.random() < likely:
                width += 1
            height = 1
            while row + height < rows and generator.random() < likely:
                height += 1
            for y in range(row, row + height):
                for x in range(column, column + width):
                    covered[y][x] = True
            text = "" if generator.random() < blank else f"{generator.choice(TEXTS)}{row}.{column}"
            cells.append((row, column, height, width, text))
    return Grid(rows, columns, cells)
