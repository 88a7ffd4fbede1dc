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

/** Does something when an event reaches the window. */
export function onWindow(event, action) {
  on(window, event, action);
}

/** The text of an element without the space around it. */
export function textOf(element) {
  return element.textContent.trim();
}

/** The element whose id is in the address. */
export function addressed() {
  return byId(decodeURIComponent(location.hash.slice(1)));
}

/** The beginning of a fragment that is a query. A page that is opened as a file has no query string. */
export const ASKED = '#?';

/** Whether the address asks for something. */
export function isAsked() {
  return location.hash.startsWith(ASKED);
}

export function element(name, text = '', className = '') {
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
  return elements.findLast((each) => each && top(each) <= innerHeight / 3 && each.checkVisibility());
}
