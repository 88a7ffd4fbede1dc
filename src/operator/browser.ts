import type { HTMLElement } from 'node-html-parser';
import { respond } from '../adcs/certsrv/site';
import type { WebResponse } from '../adcs/certsrv/web';
import { identityMemo } from '../memo';
import type { Refusal } from '../refusal';
import { fileExists, writeFile } from '../windows/file-system';
import type { Logon } from '../windows/program';
import { type Control, controlNamed, type Gesture, itemNamed, sameLabel, type Window } from '../windows/window';
import { askedOf, controlChoice, windowsRefusal } from '../windows/windows-refusals';
import { highestTemplateVersion } from '../world/authority-service';
import { authorityNamed, type Deployment, requesterNamed, withAuthority } from '../world/deployment';
import { operatorRefusal } from './operator-refusals';
import { buttonOf, controlsOf, defaults, headings, labelled, linksOf, pageOf, radioCalled, texts } from './web-page';

/**
 * Internet Explorer on a domain member. It authenticates as the logged-on account, reads the pages of certsrv as HTML,
 * and offers to save everything that is not a page. It has one tab. Of the scripts of pages, it knows only the one that
 * applies the selected encoding to the links.
 */
export interface Tab {
  readonly address: URL;
  readonly response: WebResponse;
  /** typed or selected values, by the name of the field */
  readonly form: Readonly<Record<string, string>>;
  /** the dialog in front of the page, if any */
  readonly dialog: 'File Download' | 'Save As' | null;
}

const BROWSER = 'Internet Explorer';
const FILE_NAME = 'File name';

/** Opens an address. Refusal `web-server-not-found` if no authority has a site at this address. */
export function visit(deployment: Deployment, logon: Logon, address: string): [Deployment, Tab] {
  return fetched(deployment, logon, new URL(address.replace(/\/certsrv$/i, '/certsrv/')), {});
}

/** The window of the tab. */
export function tabWindow(tab: Tab): Window {
  return windows(tab, () => drawn(tab));
}

const windows = identityMemo<Tab, Window>();

function drawn(tab: Tab): Window {
  if (tab.dialog === 'File Download') {
    return {
      title: BROWSER,
      page: 'File Download',
      controls: [buttonOf('Open'), buttonOf('Save'), buttonOf('Cancel')],
    };
  }
  if (tab.dialog === 'Save As') {
    const value = tab.form[FILE_NAME] ?? tab.response.fileName ?? '';
    const field: Control = { kind: 'field', label: FILE_NAME, value, available: true };
    return { title: BROWSER, page: 'Save As', controls: [field, buttonOf('Save'), buttonOf('Cancel')] };
  }
  const { body } = tab.response;
  const root = pageOf(body);
  return {
    title: BROWSER,
    page: headings(root)[0] ?? '',
    controls: [...texts(root), ...controlsOf(root, tab.form)],
    received: { address: tab.address.href, body, form: tab.form },
  };
}

/** Whether the tab shows a page with this title or heading. */
export function isBrowserPage(tab: Tab, name: string): boolean {
  if (tab.dialog) return sameLabel(tab.dialog, name);
  return headings(pageOf(tab.response.body)).some((heading) => sameLabel(heading, name));
}

/** Performs one gesture in the browser. Refusals: `not-offered`, and those of the site and of saving a file. */
export function useTab(deployment: Deployment, logon: Logon, tab: Tab, gesture: Gesture): [Deployment, Tab] {
  const window = tabWindow(tab);
  const control = controlNamed(window, gesture.control);
  if (!control || control.kind === 'text') throw notOffered(logon, window, gesture);
  if (gesture.kind !== 'press') return [deployment, filled(tab, control, gesture)];
  if (tab.dialog) return inDialog(deployment, logon, tab, control.label);
  return pressed(deployment, logon, tab, control.label);
}

function pressed(deployment: Deployment, logon: Logon, tab: Tab, label: string): [Deployment, Tab] {
  const root = pageOf(tab.response.body);
  const link = linksOf(root).find((a) => sameLabel(a.text, label));
  if (link) return fetched(deployment, logon, new URL(encoded(tab, link.getAttribute('href') ?? ''), tab.address), {});
  const form = root.querySelector('form');
  const action = new URL(form?.getAttribute('action') ?? '', tab.address);
  const hidden = (form?.querySelectorAll('input[type=hidden]') ?? []).map((input) => [
    input.getAttribute('name') ?? '',
    input.getAttribute('value') ?? '',
  ]);
  return fetched(deployment, logon, action, { ...Object.fromEntries(hidden), ...defaults(root), ...tab.form });
}

/** The target of a link, in the encoding that is selected on the page. */
function encoded({ form }: Tab, target: string): string {
  return form.rbEncoding === 'rbB64Enc' ? target.replace('Enc=bin', 'Enc=b64') : target;
}

function fetched(
  deployment: Deployment,
  logon: Logon,
  address: URL,
  form: Readonly<Record<string, string>>,
): [Deployment, Tab] {
  const authority = [...deployment.authorities.values()].find(
    (a) => a.host !== null && isHost(a.host, address.hostname),
  );
  if (!authority || !reaches(deployment, logon)) throw notFound(deployment, logon, address);
  const site = {
    authority: authorityNamed(deployment, authority.name),
    determinism: deployment.determinism,
    highestTemplateVersion: highestTemplateVersion(deployment, authority),
  };
  const posted = Object.keys(form).length > 0;
  const {
    response,
    determinism,
    authority: next,
  } = respond(site, {
    scheme: address.protocol === 'http:' ? 'http' : 'https',
    method: posted ? 'POST' : 'GET',
    target: address.pathname + address.search,
    form,
    requester: requesterNamed(deployment, logon.account),
  });
  const dialog = response.fileName ? 'File Download' : null;
  return [withAuthority({ ...deployment, determinism }, next), { address, response, form: {}, dialog }];
}

function inDialog(deployment: Deployment, logon: Logon, tab: Tab, label: string): [Deployment, Tab] {
  if (label === 'Cancel') return [deployment, { ...tab, dialog: null }];
  if (tab.dialog === 'File Download')
    return [deployment, { ...tab, dialog: label === 'Save' ? 'Save As' : 'File Download' }];
  const path = tab.form[FILE_NAME] ?? tab.response.fileName ?? '';
  fileExists(deployment, logon.on, path);
  return [writeFile(deployment, logon.on, path, tab.response.body), { ...tab, dialog: null }];
}

function filled(tab: Tab, control: Control, gesture: Gesture): Tab {
  const root = tab.dialog ? null : pageOf(tab.response.body);
  if (root && control.kind === 'radio') {
    const [group, id] = radioCalled(root, control.label);
    return { ...tab, form: { ...tab.form, [group]: id } };
  }
  const element = root && labelled(root).find(({ label }) => label === control.label)?.element;
  const name = element?.getAttribute('name') ?? control.label;
  const value = gesture.kind === 'select' ? selectedValue(element ?? null, control, gesture) : (gesture.value ?? '');
  return { ...tab, form: { ...tab.form, [name]: value } };
}

function selectedValue(element: HTMLElement | null, control: Control, gesture: Gesture): string {
  const item = itemNamed(control.options ?? [], gesture.value ?? '');
  const option = element?.querySelectorAll('option').find((o) => o.text === item);
  return option?.getAttribute('value') ?? '';
}

/** Only the internal network reaches the authority's pages; the perimeter network does not (04952-130). */
function reaches(deployment: Deployment, logon: Logon): boolean {
  return deployment.machines.get(logon.on)?.membership.kind === 'domain';
}

function isHost(fqdn: string, name: string): boolean {
  return fqdn.toLowerCase() === name.toLowerCase() || fqdn.split('.')[0]?.toLowerCase() === name.toLowerCase();
}

function notFound(deployment: Deployment, logon: Logon, address: URL): Refusal {
  const hosts = [...deployment.authorities.values()].flatMap((a) => a.host ?? []);
  const host = address.hostname;
  if (!reaches(deployment, logon)) return operatorRefusal('web-server-not-found.perimeter', logon.on, { host });
  return operatorRefusal('web-server-not-found', logon.on, { host, hosts });
}

function notOffered(logon: Logon, window: Window, gesture: Gesture): Refusal {
  return windowsRefusal('not-offered', logon.on, { ...askedOf(window, gesture), choice: controlChoice(window) });
}
