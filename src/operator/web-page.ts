import { type HTMLElement, parse } from 'node-html-parser';
import { identityMemo } from '../memo';
import type { Control } from '../windows/window';
import { byteMemo } from '../x509/der/byte-memo';

/** Converts the HTML of a page to the controls that a user sees. */

type Form = Readonly<Record<string, string>>;

/** The fields, links and buttons of a page; `form` contains the typed and selected values. */
export function controlsOf(root: HTMLElement, form: Form): readonly Control[] {
  const links = linksOf(root).map((a): Control => ({ kind: 'link', label: a.text, available: true }));
  const fields = labelled(root).map(({ label, element }): Control => {
    const typed = form[element.getAttribute('name') ?? ''];
    if (element.tagName === 'TEXTAREA') return { kind: 'field', label, value: typed ?? '', available: true };
    const options = element.querySelectorAll('option');
    const chosen = options.find((o) => o.getAttribute('value') === typed) ?? options[0];
    return { kind: 'list', label, options: options.map((o) => o.text), value: chosen?.text ?? '', available: true };
  });
  const submits = root
    .querySelectorAll('input[type=submit]')
    .map((input) => buttonOf(input.getAttribute('value') ?? ''));
  return [...radiosOf(root, form), ...fields, ...links, ...submits];
}

/** The links of a page that a browser shows. */
export const linksOf = seen((root): readonly HTMLElement[] =>
  root.querySelectorAll('a').filter((link) => link.closest('[hidden]') === null),
);

/** The radio buttons of a page. The value of their group in the form is the id of the selected one. */
function radiosOf(root: HTMLElement, form: Form): readonly Control[] {
  return root.querySelectorAll('input[type=radio]').map((input): Control => {
    const [id = '', group = ''] = [input.id, input.getAttribute('name')];
    const value = (form[group] ?? initialRadio(root, group)) === id;
    return { kind: 'radio', label: radioLabel(root, id), value, group, available: true };
  });
}

/** The id of the radio button that a page has selected at first. */
export function initialRadio(root: HTMLElement, group: string): string | undefined {
  const radios = root.querySelectorAll(`input[name=${group}]`);
  return radios.find((input) => input.hasAttribute('checked'))?.id;
}

/** The id and the group of the radio button with this label. */
export function radioCalled(root: HTMLElement, label: string): readonly [group: string, id: string] {
  const input = root.querySelectorAll('input[type=radio]').find(({ id }) => radioLabel(root, id) === label);
  return [input?.getAttribute('name') ?? '', input?.id ?? ''];
}

function radioLabel(root: HTMLElement, id: string): string {
  return root.querySelector(`label[for=${id}]`)?.text ?? '';
}

/** The text areas and lists of a page, by label. */
export const labelled = seen((root): readonly { readonly label: string; readonly element: HTMLElement }[] =>
  root.querySelectorAll('label').flatMap((label) => {
    const element = root.querySelector(`#${label.getAttribute('for') ?? ''}`);
    return element && ['TEXTAREA', 'SELECT'].includes(element.tagName)
      ? [{ label: label.text.replace(/:$/, ''), element }]
      : [];
  }),
);

/** The default selections of a page's lists. */
export function defaults(root: HTMLElement): Readonly<Record<string, string>> {
  const selects = root
    .querySelectorAll('select')
    .map((select) => [select.getAttribute('name') ?? '', select.querySelector('option')?.getAttribute('value') ?? '']);
  return Object.fromEntries(selects);
}

/** The read-only sentences of a page. */
export const texts = seen((root): readonly Control[] =>
  root.querySelectorAll('h2, p').flatMap((p): Control[] => {
    const value = p.text.replace(/\s+/g, ' ').trim();
    const speaks = value !== '' && p.id !== 'locPageTitle' && !p.querySelector('a, label, input');
    return speaks ? [{ kind: 'text', label: '', value, available: true }] : [];
  }),
);

/** The page's title and headings. */
export const headings = seen((root): readonly string[] =>
  root.querySelectorAll('#locPageTitle, h1, h2').map((h) => h.text.trim()),
);

/** Parses the bytes of a response as a page. Pages are never changed, and the same bytes are parsed once. */
export function pageOf(body: Uint8Array): HTMLElement {
  return parsed(body, () => parse(Buffer.from(body).toString('utf8')));
}

const parsed = byteMemo<HTMLElement>(100);

/** A memo of a property of a page. */
function seen<T>(look: (root: HTMLElement) => T): (root: HTMLElement) => T {
  const known = identityMemo<HTMLElement, T>();
  return (root) => known(root, () => look(root));
}

/** A button. */
export function buttonOf(label: string): Control {
  return { kind: 'button', label, available: true };
}
