import { DOCUMENT_PAGES, fileOf, linkTo, PAGES_OF_PLACE, PLACES, type SinglePage } from '../../outline/page-files';
import type { PageWords } from '../../words/page-words';
import { planTitle } from '../../words/plan-title';
import type { CodeView } from '../codes/code-views';
import { type Coverage, isDocumented } from '../coverage/coverage';
import type { DocumentFinding } from '../document/document-findings';
import type { EvidenceView } from '../evidence/evidence-view';
import type { FileView } from '../files/file-view';
import type { Example, Procedure, StepView } from '../procedure/procedure';
import type { Runbook } from '../runbook';
import type { IndexEntry, IndexGroup } from './index-entry';

type Contents = Pick<Runbook, 'plans' | 'procedures' | 'findings' | 'coverage' | 'files'>;

/** Everything that the search finds: pages, steps and scenarios, codes, defects of the document, sentences, files. */
export function indexEntries(
  { plans, procedures, findings, coverage, files }: Contents,
  rehearsal: boolean,
  words: PageWords,
): readonly IndexGroup[] {
  return [
    ...procedures.map(procedureGroup),
    ...(rehearsal
      ? [group('index', pageThings({ plans, findings, coverage }, words)), group('glossary', termThings(words))]
      : []),
    ...[
      group('document', findings.document.map(defectThing)),
      group('codes', findings.codes.map(codeThing)),
      group('coverage', coverage.sections.flatMap(sentenceThings)),
      group('files', files.map(fileThing)),
    ].filter(({ things }) => things.length > 0),
  ];
}

function group(kind: SinglePage, things: readonly IndexEntry[]): IndexGroup {
  return { kind, title: '', href: fileOf(kind), state: '', also: '', things };
}

/** The pages that occur once, and the place where a change is signed off. */
function pageThings(
  contents: Pick<Contents, 'plans' | 'findings' | 'coverage'>,
  words: PageWords,
): readonly IndexEntry[] {
  const { pages, labels } = words;
  const absent = isDocumented(contents) ? [] : DOCUMENT_PAGES;
  const named = PLACES.flatMap((place) => [place, ...PAGES_OF_PLACE[place]]).filter((page) => !absent.includes(page));
  return [
    ...contents.plans.map((plan) => thing({ text: planTitle(plan, words), href: plan.file, also: [] })),
    ...named.map((page) => thing({ text: pages[page], href: fileOf(page), also: [] })),
    thing({ text: labels.signOff, href: linkTo(fileOf('review'), 'sign-off'), also: [labels.signOffAbout] }),
    thing({ text: labels.wentWrong, href: fileOf('troubleshooting'), also: [labels.wentWrongAbout] }),
  ];
}

function termThings({ terms }: PageWords): readonly IndexEntry[] {
  return Object.entries(terms).map(([name, { term, meaning }]) =>
    thing({ text: term, href: linkTo(fileOf('glossary'), `term-${name}`), also: [meaning] }),
  );
}

function defectThing({ rule, href, state, name, sources }: DocumentFinding): IndexEntry {
  return thing({ text: rule, href, state, also: [name, ...sources.map(({ id }) => id)] });
}

function codeThing({ title, anchor, code, symptom, cause, check, fix, source }: CodeView): IndexEntry {
  return thing({
    text: title,
    href: linkTo(fileOf('codes'), anchor),
    symptom: code,
    also: [symptom, cause, check, fix, source],
  });
}

function sentenceThings({ name, sentences }: Coverage['sections'][number]): readonly IndexEntry[] {
  return sentences.map(({ id, anchor, state, reason, step }) =>
    thing({ number: step, text: id, href: linkTo(fileOf('coverage'), anchor), state, also: [name, reason] }),
  );
}

function fileThing({ id, name, path, on, contains, sha256 }: FileView): IndexEntry {
  return thing({ text: name, href: linkTo(fileOf('files'), id), also: [path, on, contains, sha256] });
}

function procedureGroup({ title, file, state, runs, groups, paragraphs }: Procedure): IndexGroup {
  const examples = (some: readonly Example[]) => some.map((example) => exampleThing(example, file));
  const things = [
    ...runs.flatMap((run) =>
      [...run.prerequisites, ...run.steps].flatMap((step) => [
        stepThing(step, run.tags, file),
        ...examples([...step.failures, ...step.rollbacks, ...step.rules]),
      ]),
    ),
    ...groups.flatMap((one) => examples(one.examples)),
  ];
  return { kind: 'procedure', title, href: file, state, also: paragraphs.join('\n'), things };
}

function stepThing(step: StepView, tags: readonly string[], file: string): IndexEntry {
  const { id, number, label, state } = step;
  return thing({ number, text: label, href: linkTo(file, id), state, tags, also: [step.text, ...wordsOf(step)] });
}

function exampleThing(example: Example, file: string): IndexEntry {
  const { id, name, state, tags, symptoms, cells, paragraphs, sources, steps, message, hooks, explanation } = example;
  const also = [
    ...cells.map(({ value }) => value),
    ...paragraphs,
    ...symptoms,
    ...explanation.seen,
    ...explanation.causes,
    ...explanation.fixes,
    ...sources.map((source) => source.id),
    message,
    ...hooks.flatMap((hook) => [hook.name, hook.message]),
  ];
  for (const step of steps) also.push(step.text, ...wordsOf(step));
  return thing({ text: name, href: linkTo(file, id), state, tags, symptom: symptoms[0] ?? '', also });
}

/** The words that find a step besides its text: its arguments, windows, commands, answers and files. */
function wordsOf({ table, docString, sources, evidence, message }: StepView): readonly string[] {
  const words = [docString ?? '', message];
  if (table) words.unshift(...table.rows.flatMap(({ head, cells }) => [head, ...cells]));
  if (sources.length > 0) words.push(...sources.map(({ id }) => id));
  if (evidence.any) words.push(...wordsOfEvidence(evidence));
  return words;
}

function wordsOfEvidence(evidence: EvidenceView): readonly string[] {
  return [
    ...evidence.sessions.flatMap(({ shots }) => shots.flatMap(({ title, page }) => [title, page])),
    ...evidence.commands.map(({ text }) => text),
    ...evidence.refusals.flatMap(({ code, hresult, detail, remedy }) => [code, hresult, detail, remedy]),
    ...evidence.dispositions.flatMap(({ hresult, message: answer }) => [hresult, answer]),
    ...evidence.findings.flatMap(({ lines }) => lines.flatMap(({ code, detail }) => [code, detail])),
    ...evidence.certificates.map(({ subject }) => subject),
    ...evidence.files.map(({ path }) => path),
  ];
}

/**
 * The entries, each also found by its words in another language. Both lists have the same entries in the same order.
 */
export function alsoFoundBy(contents: readonly IndexGroup[], other: readonly IndexGroup[]): readonly IndexGroup[] {
  return contents.map((own, place) => {
    const { title = '', also: group = '', things = [] } = other[place] ?? {};
    return {
      ...own,
      also: [own.also, title, group].filter((words) => words !== '').join('\n'),
      things: own.things.map((one, index) => {
        const { text = '', also = '' } = things[index] ?? {};
        return thing({ ...one, also: [one.also, text, also].flatMap((some) => some.split('\n')) });
      }),
    };
  });
}

interface Words extends Partial<Omit<IndexEntry, 'also'>> {
  readonly text: string;
  readonly also: readonly string[];
}

/** An entry without the words that its own text already has. */
function thing({ also, ...known }: Words): IndexEntry {
  const rest = [...new Set(also)].filter((words) => words !== '' && !known.text.includes(words));
  return { number: '', href: '', state: '', symptom: '', tags: [], ...known, also: rest.join('\n') };
}
