// The same page in another language opens at what is being read, and shows what is being looked for.

for (const link of document.querySelectorAll('.language')) {
  link.addEventListener('click', () => {
    link.hash = location.hash.startsWith('#?') ? location.hash : placeBeingRead();
  });
}

/**
 * What was asked for, as long as it is in the upper third of the window; else the last thing with an anchor that begins
 * there; at the head of the page none.
 */
function placeBeingRead() {
  const begins = (place) => place.getBoundingClientRect().top;
  const asked = document.querySelector(':target');
  if (asked && begins(asked) >= 0 && begins(asked) <= innerHeight / 3) return asked.id;
  const places = [...document.querySelectorAll('main [id]')].filter((place) => place.getClientRects().length > 0);
  const begun = places.filter((place) => begins(place) <= innerHeight / 3);
  return scrollY > 0 ? (begun.at(-1)?.id ?? '') : '';
}
