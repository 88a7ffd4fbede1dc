// The search in the header: leads to the page of the results. The link to all pages is for readers without JavaScript.

const form = document.querySelector('.seek');
if (form) {
  form.hidden = false;
  document.querySelector('.all-pages').classList.add('aside');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = form.querySelector('input').value.trim();
    const [page] = form.dataset.results.split('#');
    if (query !== '' && !location.hash.startsWith('#?'))
      location.href = `${page}#?${new URLSearchParams({ q: query })}`;
  });
}
