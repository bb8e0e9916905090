// Reads the tables of a rendered document: cells by the standard's algorithm for forming a table (HTML 4.9.12.1), texts as
// rendered (innerText). Ordered-list numbers are not part of rendered text.
function domTables(page) {
  const tables = [...page.querySelectorAll("table")];
  return tables.map((table) => {
    const outer = table.parentElement.closest("td, th");
    const groups = [];
    let implied = null;
    for (const child of table.children) {
      if (child.localName === "tr") {
        if (!implied) groups.push((implied = { kind: "tbody", rows: [] }));
        implied.rows.push(child);
      } else if (["thead", "tbody", "tfoot"].includes(child.localName)) {
        implied = null;
        groups.push({ kind: child.localName, rows: [...child.children].filter((row) => row.localName === "tr") });
      }
    }
    const ordered = groups.filter((group) => group.kind !== "tfoot").concat(groups.filter((group) => group.kind === "tfoot"));
    const cells = [];
    const covered = new Set();
    let row = 0, width = 0;
    for (const group of ordered) {
      const end = row + group.rows.length;
      for (const element of group.rows) {
        let column = 0;
        for (const cell of element.children) {
          if (cell.localName !== "td" && cell.localName !== "th") continue;
          while (covered.has(row + "," + column)) column++;
          const high = cell.rowSpan === 0 ? end - row : Math.min(cell.rowSpan, end - row);
          let wide = cell.colSpan;
          for (let further = 1; further < wide; further++) {
            if (covered.has(row + "," + (column + further))) { wide = further; break; }
          }
          for (let y = row; y < row + high; y++)
            for (let x = column; x < column + wide; x++) covered.add(y + "," + x);
          width = Math.max(width, column + wide);
          // Nested tables are listed by themselves.
          const nested = [...cell.querySelectorAll("table")].filter((inner) => inner.parentElement.closest("table") === table);
          const places = nested.map((inner) => {
            const mark = page.createElement("p");
            inner.replaceWith(mark);
            return [mark, inner];
          });
          const text = cell.innerText;
          for (const [mark, inner] of places) mark.replaceWith(inner);
          cells.push([row, column, high, wide, text]);
          column += wide;
        }
        row++;
      }
    }
    return { rows: row, columns: width, nested: outer !== null, cells };
  });
}
