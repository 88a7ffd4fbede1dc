// Opens folded parts for printing, and when a link leads into them.

const folded = [];
addEventListener('beforeprint', () => {
  if (document.documentElement.matches('[data-print]:not([data-print=evidence])')) return;
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true;
    folded.push(details);
  }
});
addEventListener('afterprint', () => {
  for (const details of folded.splice(0)) details.open = false;
});

/** Opens the folded parts around the target of the address. */
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
  target.scrollIntoView();
}
addEventListener('hashchange', reveal);
reveal();
