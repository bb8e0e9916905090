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



def formed(rows):
    """The cells of rows of (height, width, text), placed as the HTML standard places them; later overlaps are cut back."""
    covered, cells = set(), []
    for y, row in enumerate(rows):
        x = 0
        for height, width, text in row:
            while (y, x) in covered:
                x += 1
            while any((y, x + further) in covered for further in range(width)):
                width -= 1
            height = min(height, len(rows) - y)
            covered |= {(y + down, x + right) for down in range(height) for right in range(width)}
            cells.append((y, x, height, width, text))
            x += width
    return sorted(cell for cell in cells if cell[4] or cell[2] > 1 or cell[3] > 1)


def loss(grid, got, sheet):
    """In words, what a conversion of a sheet or a page that gave `got` did to a grid; `None` if it is no known loss."""
    if isinstance(got, str):
        return None
    if sheet:
        # A sheet is written from its first used row and column to its last.
        return "empty rows and columns at the edge left out, spans over them cut" if got in _used_parts(grid) else None
    # Rows that hold no cell of their own left out, while the spans over them stay: they push aside what is below.
    rows = [[cell[2:] for cell in grid.cells if cell[0] == row] for row in range(grid.rows)]
    if not all(rows):
        if reduced(formed([row for row in rows if row])) == got:
            return "a row in which no cell begins left out, the spans over it kept, so that they push cells aside"
        if sorted(cell[4] for cell in got if cell[4]) == sorted(cell[4] for cell in grid.cells if cell[4]):
            return "a row in which no cell begins left out, the spans over it kept, so that they run into other spans"
    return None


def _used_parts(grid):
    """The cells of what a grid uses, placed anew: its first column is left out, or not, and spans end with the last row."""
    used = [cell for cell in grid.cells if cell[4]]
    if not used:
        return [[]]
    top, left = min(cell[0] for cell in used), min(cell[1] for cell in used)
    bottom = max(cell[0] for cell in used) + 1
    right = max(cell[1] for cell in used) + 1
    results = []
    for left_edge in (left, 0):
        rows = []
        for row in range(top, bottom):
            rows.append([(min(height, bottom - row), width, text)
                         for start, column, height, width, text in sorted(grid.cells)
                         if start == row and left_edge <= column < right])
        results.append(formed(rows))
    return results
