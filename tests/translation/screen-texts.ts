import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { parse } from 'yaml';
import { type EvidenceRecord, recordIn, type WindowShot } from '../../src/evidence/records';
import type { Value } from '../../src/fact';
import { publicPlans } from '../../src/world/authority-plans';
import { shippedEnvironment } from '../support/composed-plans';
import { ROOT } from '../support/root';
import { chinese, chineseWords } from './chinese';

/** What the windows of a run show, and what of it is data: the same in every language. */

/** A text of a window, and where it is. */
export interface ScreenText {
  readonly text: string;
  readonly at: string;
}

/** The records that a run attached to its messages. */
export function recordsIn(messages: readonly Envelope[]): readonly EvidenceRecord[] {
  return messages.flatMap(({ attachment }) => {
    if (!attachment) return [];
    const { mediaType, body, contentEncoding } = attachment;
    const text = contentEncoding === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body;
    return recordIn({ mediaType, body: text }) ?? [];
  });
}

/** The labels and titles of every window, and the contents of its lists, trees and texts. What the operator types is data. */
export function screenTexts(records: readonly EvidenceRecord[]): readonly ScreenText[] {
  const shots = records.flatMap((record) => (record.kind === 'window' ? record.shots : []));
  const all = shots.flatMap(textsOf).filter(({ text }) => text !== '');
  return [...new Map(all.map((one) => [`${one.at}: ${one.text}`, one])).values()];
}

function textsOf({ title, page, controls }: WindowShot): readonly ScreenText[] {
  const at = `${title}, ${page}`;
  return [
    title,
    page,
    ...controls.flatMap(({ label, kind, value, options = [] }) => [
      label,
      ...options,
      ...(kind !== 'field' && typeof value === 'string' ? [value] : []),
    ]),
  ].map((text) => ({ text, at }));
}

/** The parts of a text that a language says separately: lines, entries, columns, nodes, and the value of a label. */
export function partsOf(text: string): readonly string[] {
  return text.split(/\n|; | \| | > |: /);
}

/**
 * The names of a run that are the same in every language. They are the values of the environment file, the authorities
 * that every Windows trusts, and the names in certificates, files, commands and typed texts.
 *
 * @param environment the file's name below `environments/`
 */
export function dataNames(records: readonly EvidenceRecord[], environment: string): ReadonlySet<string> {
  const file = readFileSync(join(ROOT, 'environments', environment), 'utf8');
  const preinstalled = publicPlans(shippedEnvironment(environment)).map(({ name }) => name);
  return new Set([...scalarsIn(parse(file)), ...preinstalled, ...records.flatMap(namesIn)]);
}

/** Whether every line of a text is a number or one of the names. */
function isOneOf(names: ReadonlySet<string>): (text: string) => boolean {
  return (text) => {
    const lines = linesOf(text).filter((line) => line !== '');
    return lines.every((line) => /^\d+$/.test(line) || names.has(line));
  };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trim());
}

function scalarsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(scalarsIn);
  return [String(value)];
}

function namesIn(record: EvidenceRecord): readonly string[] {
  if (record.kind === 'certificate')
    return [record.subject, record.issuer].flatMap((name) =>
      [...name.matchAll(/CN=([^,]+)/g)].map(([, cn = '']) => cn),
    );
  if (record.kind === 'file') return [record.path, ...linesOf(Buffer.from(record.base64, 'base64').toString('latin1'))];
  if (record.kind === 'command') return linesOf(`${record.text}\n${record.output ?? ''}`);
  if (record.kind === 'change') return record.changes.flatMap(({ detail }) => namesInFact(detail));
  if (record.kind === 'window') return [record.account, ...record.shots.flatMap(({ used }) => used.map(typed))];
  return [];
}

/** The parameters of a fact that are neither labels nor facts. */
function namesInFact(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || 'label' in value) return [];
  return ('code' in value ? Object.values(value.parameters) : value).flatMap(namesInFact);
}

function typed({ gesture, value = '' }: WindowShot['used'][number]): string {
  return gesture === 'type' ? value : '';
}

/**
 * The texts of windows that the Chinese pages show in English although they are not data.
 *
 * @param environment the file's name below `environments/`
 */
export function englishOnScreen(messages: readonly Envelope[], environment: string): readonly ScreenText[] {
  const records = recordsIn(messages);
  const isData = isOneOf(dataNames(records, environment));
  const { controls } = chinese();
  const said = (text: string) => Object.hasOwn(controls, text) || chineseWords.screen(text) !== text;
  const texts = screenTexts(records);
  if (texts.length === 0) throw new Error('no window has a text');
  return texts.filter(({ text }) => {
    if (isData(text) || Object.hasOwn(controls, text)) return false;
    return partsOf(text).some((part) => /[A-Za-z]{2}/.test(part) && !isData(part) && !said(part));
  });
}
