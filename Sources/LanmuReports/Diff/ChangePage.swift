/// The style and the script of the HTML page; both stand in the page itself.
enum ChangePage {
  static let style = """
    :root { --red: #b00020; --green: #1b6e2c; --line: #c8c8c8; --soft: #f5f5f5; color-scheme: light; }
    * { box-sizing: border-box; }
    body { font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1a1a1a;
      background: #fff; max-width: 72rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 1rem; }
    dt { color: #555; } dd { margin: 0; }
    .counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 0 0 .5rem; }
    .counts li { border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .8rem; }
    .counts b { font-size: 1.3rem; }
    .note, .units { color: #555; font-size: .9rem; margin: .3rem 0; }
    .looks { background: var(--soft); border-radius: .4rem; padding: .5rem 1rem; margin: 1rem 0; }
    .looks summary { font-weight: bold; cursor: pointer; } .looks ul { margin: .3rem 0; padding-left: 1.2rem; }
    .filters { position: sticky; top: 0; background: #fff; border-bottom: 1px solid var(--line); padding: .6rem 0;
      display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: center; }
    .filters[hidden], article[hidden] { display: none; }
    .filters label { max-width: 100%; }
    select { font: inherit; padding: .2rem; max-width: 18rem; }
    article { border: 1px solid var(--line); border-left-width: .4rem; border-radius: .3rem; margin: 1rem 0;
      padding: .6rem 1rem; }
    article.added { border-left-color: #4c9a5b; } article.removed { border-left-color: #c2474f; }
    article.changed { border-left-color: #d0a02a; } article.branch { border-left-color: #4a7ebb; }
    article.document { border-left-color: #7a5ba6; }
    article.unit { border-left-color: #8a8a8a; }
    h2 { font-size: 1.05rem; margin: 0 0 .4rem; }
    .number { color: #666; font-weight: normal; }
    .kind { background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; padding: 0 .4rem;
      font-weight: normal; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; }
    th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top;
      white-space: pre-line; }
    thead th { background: var(--soft); font-weight: normal; color: #555; }
    tbody th { width: 7.5rem; font-weight: normal; color: #555; } thead th:first-child { width: 7.5rem; }
    small { color: var(--red); }
    del { color: var(--red); text-decoration: line-through; } ins { color: var(--green); text-decoration: underline; }
    .nothing { color: #777; } .duties { margin: .4rem 0; padding-left: 1.2rem; }
    @media (max-width: 40rem) {
      body { padding: .8rem; }
      .filters { position: static; }
      thead { display: none; }
      table, tbody, tr, tbody th, td { display: block; width: 100%; }
      tbody th { background: var(--soft); border-bottom: 0; width: 100%; }
      td + td { border-top: 0; }
      td[data-side]::before { content: attr(data-side) " "; color: #777; font-size: .85rem; }
      tr + tr { margin-top: .4rem; }
    }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      body { font-size: 10.5pt; max-width: none; padding: 0; }
      .filters { display: none; }
      article { break-inside: avoid; margin: .5rem 0; }
      thead { display: table-header-group; }
    }
    """

  /// Shows the filters and hides what they leave out; without scripts the page simply shows everything.
  static let script = """
    (function () {
      var form = document.querySelector('.filters');
      var unit = document.getElementById('unit');
      var kind = document.getElementById('kind');
      var shown = document.getElementById('shown');
      var articles = Array.prototype.slice.call(document.querySelectorAll('article'));
      function apply() {
        var count = 0;
        articles.forEach(function (article) {
          var units = article.getAttribute('data-units').split('|');
          var fits = (!unit.value || units.indexOf(unit.value) >= 0) && (!kind.value || article.className === kind.value);
          article.hidden = !fits;
          if (fits) { count += 1; }
        });
        shown.textContent = count + ' / ' + articles.length;
      }
      form.hidden = false;
      form.addEventListener('submit', function (event) { event.preventDefault(); });
      unit.addEventListener('change', apply);
      kind.addEventListener('change', apply);
      apply();
    })();
    """
}
