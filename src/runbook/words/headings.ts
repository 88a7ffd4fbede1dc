import type { State } from '../../recording/model/states';
import type { SinglePage } from '../outline/page-files';
import { formatted, type Slots } from './messages';
import type { PageWords, SentenceName } from './page-words';

/** The facts about a run that the headings of the pages that occur once are made of. */
export interface RunFacts {
  readonly rehearsal: boolean;
  readonly environment: string;
  /** titles of the procedures */
  readonly titles: readonly string[];
  readonly state: State;
  readonly scenarios: number;
  readonly passed: number;
  /** scenarios that the run did not select */
  readonly unselected: number;
  /** pools with servers that no procedure run reached */
  readonly uncovered: number;
  readonly problems: number;
  /** selected scenarios that were not completed, and the waived ones among them */
  readonly omissions: number;
  readonly waived: number;
  readonly documentDefects: number;
  readonly failures: number;
  /** the symptoms by which failures are found */
  readonly symptoms: number;
  /** documented procedures */
  readonly procedures: number;
  readonly codes: number;
  readonly files: number;
  readonly sentences: Readonly<Record<'all' | 'verified' | 'waived' | 'stale', number>>;
  readonly findings: FindingFacts;
}

/** The numbers of findings by kind. */
export interface FindingFacts {
  /** false: the judge was not asked about the deployment */
  readonly judged: boolean;
  readonly deployment: Readonly<Record<'error' | 'warning' | 'info', number>>;
  readonly document: Readonly<Record<'all' | 'confirmed', number>>;
}

/** The facts about a procedure that its heading is made of. */
export interface ProcedureFacts {
  readonly state: State;
  /** whether it has a documented path */
  readonly walked: boolean;
  readonly steps: number;
  /** steps executed as written */
  readonly done: number;
  readonly scenarios: number;
  /** scenarios that hold */
  readonly holding: number;
  readonly waived: number;
}

type Say = (name: SentenceName, slots?: Slots) => string;

/** The sentences of a language, each formatted by its name. */
export function saying({ sentences, language }: Pick<PageWords, 'sentences' | 'language'>): Say {
  return (name, slots = {}) => formatted(sentences[name], slots, language);
}

/** The title of a page that occurs once. */
export function titleOf(page: SinglePage, { rehearsal, environment, titles }: RunFacts, words: PageWords): string {
  const say = saying(words);
  switch (page) {
    case 'index': {
      if (rehearsal) return environment === '' ? say('runbook') : say('runbookOf', { environment });
      const [only, ...others] = titles;
      return only && others.length === 0 ? say('scenariosOf', { title: only }) : say('scenariosTitle');
    }
    case 'findings':
      return environment === '' ? say('findingsTitle') : say('findingsOf', { environment });
    case 'coverage':
      return say('coverageTitle');
    case 'files':
      return say('filesTitle');
    case 'do':
      return say('doTitle');
    case 'troubleshooting':
      return say('fixTitle');
    case 'review':
      return say('reviewTitle');
    case 'reference':
      return say('referenceTitle');
    case 'document':
    case 'codes':
    case 'about':
    case 'glossary':
    case 'search':
      return words.pages[page];
  }
}

/** The result that a page that occurs once shows, in one sentence. */
export function outcomeOf(page: SinglePage, facts: RunFacts, words: PageWords): string {
  const say = saying(words);
  switch (page) {
    case 'index':
      return facts.rehearsal
        ? say('aboutRunbook', { environment: facts.environment || say('runbook') })
        : say('aboutReport', { scenarios: say('scenarios', { count: facts.scenarios }) });
    case 'about':
      return runOutcome(facts, say);
    case 'do':
      return sentence(say('doOutcome', { count: facts.procedures }), say);
    case 'reference':
      return sentence(say('referenceOutcome', { count: facts.failures }), say);
    case 'search':
      return sentence(say('searchOutcome'), say);
    case 'glossary':
      return sentence(say('terms', { count: Object.keys(words.terms).length }), say);
    case 'review':
    case 'findings':
      return sentence(say('findingsOutcome', { counts: findingsInWords(facts.findings, words) }), say);
    case 'document':
      return facts.documentDefects === 0
        ? say('noDocumentDefects')
        : say('documentDefects', { count: facts.documentDefects });
    case 'troubleshooting':
      return sentence(say('symptomsOutcome', { count: facts.symptoms }), say);
    case 'codes':
      return say('codes', { count: facts.codes });
    case 'coverage':
      return coverageOutcome(facts, say);
    case 'files':
      return say('files', { count: facts.files });
  }
}

function coverageOutcome({ sentences: { all, verified, waived, stale } }: RunFacts, say: Say): string {
  if (all === 0) return say('noLedger');
  const sentences = say('sourceSentences', { count: all });
  return say('covered', { verified, sentences, waived, stale: stale > 0 ? say('coveredStale', { count: stale }) : '' });
}

/** The result of the whole run, in one sentence. */
export function runOutcome(facts: RunFacts, say: Say): string {
  const { state, passed, problems, omissions, waived, unselected, uncovered, rehearsal } = facts;
  const scenarios = say('scenarios', { count: facts.scenarios });
  const others = omissions - waived;
  const left = [
    ...(others > 0 ? [say('notCarriedThrough', { count: others })] : []),
    ...(waived > 0 ? [say('waived', { count: waived })] : []),
    ...(unselected > 0 ? [say('notSelected', { count: unselected })] : []),
    ...(uncovered > 0 ? [say('uncovered', { count: uncovered })] : []),
  ].join('');
  if (problems > 0) {
    return `${say('problemsFound', { count: problems, scenarios })}${rehearsal ? say('doNotFollow') : ''}${left}`;
  }
  if (state === 'stale') return `${say('someStale', { count: facts.scenarios, passed, scenarios })}${left}`;
  if (state === 'verified' && passed === facts.scenarios && left === '')
    return say('allPassed', { count: passed, scenarios });
  if (passed === 0) return `${say('nothingCarriedThrough')}${left}`;
  return `${say('nothingFailed', { passed, scenarios })}${left}`;
}

/** The result of a procedure, in one sentence. */
export function procedureOutcome(facts: ProcedureFacts, words: PageWords): string {
  const say = saying(words);
  const { state, walked, done, holding, waived } = facts;
  const steps = say('steps', { count: facts.steps });
  const scenarios = say(walked ? 'relatedScenarios' : 'scenarios', { count: facts.scenarios });
  const parts = [
    ...(facts.steps > 0 ? [say('stepsExecuted', { done, steps })] : []),
    ...(facts.scenarios > 0 ? [say('scenariosHold', { count: holding, scenarios })] : []),
    ...(waived > 0 ? [say('waivedHere', { count: waived })] : []),
    ...(state === 'failing' && walked ? [say('doNotFollowHere')] : []),
    ...(state === 'stale' ? [say('staleHere')] : []),
  ];
  return sentence(parts.join(say('clause')) || say('nothingExecuted'), say);
}

/** `2 about the deployment (1 error, 1 warning), 9 about the document`. */
export function findingsInWords({ judged, deployment, document }: FindingFacts, words: PageWords): string {
  const say = saying(words);
  const weights = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    deployment[severity] > 0 ? [say(`${severity}s`, { count: deployment[severity] })] : [],
  );
  const all = deployment.error + deployment.warning + deployment.info;
  const about = all === 0 ? say('noDeploymentFindings') : say('deploymentFindings', { count: all });
  const weighed = weights.length > 0 ? say('brackets', { inside: weights.join(words.labels.comma) }) : '';
  const doubt =
    document.confirmed === document.all
      ? ''
      : say('brackets', { inside: say('confirmed', { count: document.confirmed }) });
  return [
    judged ? `${about}${weighed}` : say('notJudged'),
    document.all === 0 ? say('noDocumentFindings') : `${say('documentFindings', { count: document.all })}${doubt}`,
  ].join(say('clause'));
}

/** The text as a sentence: a capital letter first, a full stop at the end. */
export function sentence(text: string, say: Say): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${say('fullStop')}`;
}
