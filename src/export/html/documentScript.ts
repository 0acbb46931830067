/** What a report's page does in the browser: shows a finding's place on the page, and filters findings. */
export const documentScript = `
(() => {
  const mark = (flag, scroll) => {
    for (const one of document.querySelectorAll('.active')) one.classList.remove('active');
    if (flag === null) return;
    flag.classList.add('active');
    const marks = [...document.querySelectorAll('.mark')].filter((one) => one.dataset.flag === flag.id);
    for (const one of marks) one.classList.add('active');
    if (scroll && marks.length > 0) marks[0].scrollIntoView({ block: 'center' });
  };
  const linked = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const flag of document.querySelectorAll('.flag')) {
    flag.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (link !== null && !link.getAttribute('href').startsWith('#')) return;
      if (link !== null) event.preventDefault();
      mark(flag, true);
    });
  }
  const fromAddress = () => {
    const flag = linked();
    if (flag === null || !flag.classList.contains('flag')) return;
    mark(flag, true);
    flag.scrollIntoView();
  };
  addEventListener('hashchange', fromAddress);
  addEventListener('load', fromAddress);
  for (const box of document.querySelectorAll('.filters input')) {
    box.addEventListener('input', () => {
      for (const flag of document.querySelectorAll('.flag.' + box.value)) flag.hidden = !box.checked;
    });
  }
})();
`;
