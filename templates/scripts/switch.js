// The same page in another language opens at what is being read, and shows what is being looked for.

for (const link of document.querySelectorAll('.language')) {
  link.addEventListener('click', () => {
    link.hash = location.hash.startsWith('#?') ? location.hash : placeBeingRead();
  });
}

/** The last thing with an anchor that begins in the upper third of the window; at the head of the page none. */
function placeBeingRead() {
  const places = [...document.querySelectorAll('main [id]')].filter((place) => place.getClientRects().length > 0);
  const begun = places.filter((place) => place.getBoundingClientRect().top <= innerHeight / 3);
  return scrollY > 0 ? (begun.at(-1)?.id ?? '') : '';
}
