/** What the list of a round does in the browser: search without diacritics, filters, order by a column. */
export const indexScript = `
(() => {
  const fold = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const body = document.querySelector('#agencies tbody');
  const rows = [...body.rows];
  const search = document.querySelector('#search');
  const state = document.querySelector('#state');
  const asked = document.querySelector('#asked');
  const shown = document.querySelector('#shown');
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const apply = () => {
    const wanted = fold(search.value.trim());
    let count = 0;
    for (const row of rows) {
      row.hidden = !texts.get(row).includes(wanted) || (state.value !== '' && row.dataset.state !== state.value)
        || (asked.checked && row.dataset.asked === '0');
      if (!row.hidden) count++;
    }
    shown.textContent = String(count);
  };
  for (const control of [search, state, asked]) control.addEventListener('input', apply);
  for (const button of document.querySelectorAll('#agencies th button')) {
    button.addEventListener('click', () => {
      const head = button.closest('th');
      const up = head.getAttribute('aria-sort') === 'descending';
      const key = (row) => row.cells[head.cellIndex].dataset.value ?? row.cells[head.cellIndex].textContent;
      const compare = (left, right) => key(left).localeCompare(key(right), 'vi', { numeric: true });
      rows.sort((left, right) => (up ? compare(left, right) : compare(right, left)));
      for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      body.append(...rows);
    });
  }
})();
`;
