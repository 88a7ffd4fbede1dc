export const root = document.documentElement;

/** The first element that the selector finds. */
export function find(selector, within = document) {
  return within.querySelector(selector);
}

/** All elements that the selector finds. */
export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

export function byId(id) {
  return document.getElementById(id);
}

export function on(target, event, action) {
  target.addEventListener(event, action);
}

export function element(name, text, className = '') {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

/** A text with a value for each `{name}`. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The distance of the element from the upper edge of the window, in pixels. */
export function top(element) {
  return element.getBoundingClientRect().top;
}

/** The last of the elements that is above or in the upper third of the window. */
export function lastBegun(elements) {
  return elements.findLast((each) => each?.checkVisibility() && top(each) <= innerHeight / 3);
}
