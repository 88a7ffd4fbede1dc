import { storeWithTitle } from '../../windows/certificate-store';
import type { StateEntry, StateStore } from '../server-state';
import { datesIn, entryIn } from './certutil-block';
import { COMMAND, SEPARATOR, STORE_HEADER, SUCCESS } from './certutil-labels';
import { type DateOrder, orderIn } from './local-dates';

/** The output of `certutil -store`, of one or several stores. */

/** What a text lists. */
export interface Listed {
  readonly stores: readonly StateStore[];
  /** certificates whose store the text does not say */
  readonly others: readonly StateEntry[];
}

type Place = Pick<StateStore, 'location' | 'store'>;

/** A part of the text: the certificates of one store. */
interface Part {
  readonly place: Place | null;
  readonly blocks: string[][];
  readonly numbers: number[];
  /** whether a certificate was named, so that only it is listed */
  readonly isSelection: boolean;
  isWhole: boolean;
}

/** Whether the text contains the output of certutil about stores. */
export function isListing(lines: readonly string[]): boolean {
  return lines.some((line) => SEPARATOR.test(line.trim()) || SUCCESS.test(line.trim()));
}

/** The stores in the text. A store is not complete without its end. */
export function listedIn(lines: readonly string[]): Listed {
  const order = orderIn(datesIn(lines));
  const parts = partsIn(lines);
  return {
    stores: parts.flatMap(({ place, ...part }) =>
      place ? [{ ...place, isComplete: isComplete(part), certificates: entriesIn(part.blocks, place, order) }] : [],
    ),
    others: parts.flatMap(({ place, blocks }) =>
      place ? [] : entriesIn(blocks, { location: 'LocalMachine', store: 'My' }, order),
    ),
  };
}

function isComplete({ isWhole, isSelection, numbers }: Omit<Part, 'place'>): boolean {
  return isWhole && !isSelection && numbers.every((number, index) => number === index);
}

function entriesIn(blocks: readonly string[][], { location }: Place, order: DateOrder): StateEntry[] {
  return blocks.flatMap((block) => entryIn(block, { location, order }) ?? []);
}

interface Command {
  readonly location: StateStore['location'];
  readonly isSelection: boolean;
}

const PLAIN: Command = { location: 'LocalMachine', isSelection: false };

function partsIn(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  let command = PLAIN;
  let part: Part | undefined;
  for (const line of lines.map((one) => one.trimEnd())) {
    const typed = COMMAND.exec(line.trim())?.[1];
    const header = STORE_HEADER.exec(line.trim())?.[1];
    const number = SEPARATOR.exec(line.trim())?.[1];
    if (typed !== undefined) {
      command = commandIn(typed);
      part = undefined;
    } else if (header !== undefined) {
      part = partOf(header, command);
      parts.push(part);
    } else if (SUCCESS.test(line.trim())) {
      if (part) part.isWhole = true;
      part = undefined;
      command = PLAIN;
    } else if (number !== undefined) {
      if (!part) {
        part = partOf('', command);
        parts.push(part);
      }
      part.numbers.push(Number(number));
      part.blocks.push([]);
    } else part?.blocks.at(-1)?.push(line);
  }
  return parts;
}

function partOf(header: string, { location, isSelection }: Command): Part {
  const store = storeWithTitle(header);
  return { place: store ? { location, store } : null, blocks: [], numbers: [], isSelection, isWhole: false };
}

/** `-user` selects the stores of the user; a second operand selects certificates. */
function commandIn(text: string): Command {
  const words = text.match(/"[^"]*"|\S+/g) ?? [];
  const operands = words.filter((word) => !word.startsWith('-') && !/^\d?>/.test(word));
  const untilRedirection = operands.slice(0, words.some((word) => /^\d?>/.test(word)) ? 1 : operands.length);
  return {
    location: words.some((word) => /^-user$/i.test(word)) ? 'CurrentUser' : 'LocalMachine',
    isSelection: untilRedirection.length > 1,
  };
}
