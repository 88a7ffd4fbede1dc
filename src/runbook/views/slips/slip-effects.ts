import type { RestStageLine, SlipCheckLine, SlipLine, SlipOutage } from '../../../evidence/slip-records';
import { sentenceCase } from '../../words/sentence-case';
import { sayingSlips } from '../../words/slip-words';
import type { SlipContext } from './slip-context';
import { slipNumber, slipNumbers } from './slip-steps';

/** What a slip leads to, in words. */
export interface SlipEffect {
  readonly effect: string;
  /** the findings, each with a link to the explanation of its code */
  readonly findings: readonly SlipFindingView[];
  /** the connections that fail */
  readonly outage: readonly OutageLine[];
  readonly detection: string;
  /** the code of the refusal, and what the machine says; empty without one */
  readonly code: string;
  readonly detail: string;
  /** the number of steps until the slip is noticed, in words */
  readonly distance: string;
  readonly repair: string;
  /** whether the rest can be done without the repair; empty if no step notices the slip */
  readonly goOn: string;
  readonly check: SlipCheckView;
}

/** A connection that fails, with the code that a machine shows. */
export interface OutageLine {
  readonly text: string;
  /** empty without one */
  readonly error: string;
}

/** A finding, with a link to the explanation of its code. */
export interface SlipFindingView {
  readonly code: string;
  readonly href: string;
  readonly severity: string;
  /** the title of the code, with the server */
  readonly text: string;
}

/** A command that shows the slip, and where it is typed; empty texts if none is needed or was found. */
export interface SlipCheckView {
  readonly command: string;
  readonly place: string;
}

/** The effect of a slip, where it is noticed, and its repair. */
export function slipEffect(line: SlipLine, context: SlipContext): SlipEffect {
  const { words } = context;
  const { noticed } = line;
  const refused = line.outcome === 'refusal';
  return {
    effect: effectOf(line, context),
    findings: line.findings.map(({ code, severity, server }) => {
      const { title, href } = context.codeOf(code);
      const text = server ? sayingSlips(words)('findingOn', { title, server }) : title;
      return { code, href, severity, text };
    }),
    outage: line.noticed ? [] : (line.consequence?.outage ?? []).map((one) => outageLine(one, context)),
    detection: detectionOf(line, context),
    code: refused ? (noticed?.code ?? '') : '',
    detail: refused && noticed?.detail ? sentenceCase(words.fact(noticed.detail)) : '',
    distance: distanceOf(line, context),
    repair: repairOf(line, context),
    goOn: goOnOf(line, context),
    check: checkOf(line, line.check, context),
  };
}

function distanceOf({ noticed }: SlipLine, { words }: SlipContext): string {
  const say = sayingSlips(words);
  if (!noticed) return say('never');
  return noticed.distance === 0 ? say('atOnce') : say('distance', { count: noticed.distance });
}

/** Whether connections fail although no step notices the slip. */
export function isOutage({ noticed, consequence }: Pick<SlipLine, 'noticed' | 'consequence'>): boolean {
  return noticed === null && (consequence?.outage ?? []).length > 0;
}

function effectOf(line: SlipLine, context: SlipContext): string {
  const say = sayingSlips(context.words);
  const { outcome, noticed } = line;
  if (outcome === 'judge') return '';
  if (outcome === 'nothing') return isOutage(line) ? '' : say('effectNothing');
  if (outcome === 'no effect' || !noticed) return say('effectNone');
  if (outcome === 'refusal' && noticed.distance === 0) return say('effectRefused');
  return say('effectStops', { step: slipNumber(line, noticed.step, context) });
}

/** What notices a slip after the procedure. */
const LATER = {
  replication: 'noticedReplication',
  tls: 'noticedTls',
  renewal: 'noticedRenewal',
  never: 'noticedNever',
} as const;

/** A connection that fails, in words. */
export function outageLine({ by, client, server, use, reason }: SlipOutage, { words }: SlipContext): OutageLine {
  const say = sayingSlips(words);
  const from = client ?? say('internet');
  const text =
    by === 'replication'
      ? say('outageReplication', { from, server })
      : say('outageTls', { from, server, use: words.label(use) });
  return { text, error: SHOWN_ERROR.exec(reason)?.[0] ?? '' };
}

/** An event, or the name and the number of an error. */
const SHOWN_ERROR = /^(?:event \d+|[A-Z]+_[A-Z_]+ 0x[0-9a-f]+)/;

function goOnOf({ goingOn, consequence, noticed }: SlipLine, { words }: SlipContext): string {
  const say = sayingSlips(words);
  if (!noticed || !goingOn) return '';
  const failing = consequence?.outage.length ?? 0;
  if (goingOn.isSafe) return say('safe');
  return failing > 0 ? say('unsafeFailing', { count: failing }) : say('unsafe');
}

/** How a slip is noticed, as a sentence without a full stop. */
export function detectionOf(line: SlipLine, context: SlipContext): string {
  const say = sayingSlips(context.words);
  const { outcome, noticed } = line;
  const step = noticed ? slipNumber(line, noticed.step, context) : '';
  switch (outcome) {
    case 'refusal':
      return say('noticedRefused', { step });
    case 'screen':
      return say('noticedScreen', { step });
    case 'check':
      return say('noticedCheck', { step });
    case 'judge':
    case 'nothing':
    case 'no effect':
      return say(LATER[line.consequence?.by ?? 'never']);
  }
}

/** The repair, as a sentence without a full stop. */
export function repairOf(line: SlipLine, context: SlipContext): string {
  const { words } = context;
  const say = sayingSlips(words);
  const { repair } = line;
  if (repair === null) return say('nothingToRepair');
  if (repair === 'unknown') return say('noRepair');
  if ('stages' in repair) {
    return stagesOf(repair.stages, context).reduce((first, next) => say('thenDo', { first, next }));
  }
  const next = repair.next === null ? null : say('goOn', { step: slipNumber(line, repair.next, context) });
  if (repair.again.length === 0) return sentenceCase(next ?? say('end'));
  const steps = slipNumbers(line, repair.again, context);
  const first = say(repair.again.length === 1 ? 'doStep' : 'doSteps', { steps });
  return sentenceCase(next === null ? first : say('thenDo', { first, next }));
}

/** What is done in each stage; a stage on several machines in succession is one. */
function stagesOf(stages: readonly RestStageLine[], { table, words }: SlipContext): readonly string[] {
  const together = stages.reduce<readonly (readonly [string, readonly string[]])[]>((found, { stage, machine }) => {
    const last = found.at(-1);
    return last?.[0] === stage
      ? [...found.slice(0, -1), [stage, [...last[1], machine]]]
      : [...found, [stage, [machine]]];
  }, []);
  return together.map(([stage, machines]) => {
    const title = words.prose(table.stages[stage] ?? stage);
    return sayingSlips(words)('stageOn', { stage: title, machine: machines.join(words.labels.comma) });
  });
}

/** The repair in short, for a line at a step: of many stages, the first one and their number. */
export function shortRepairOf(line: SlipLine, context: SlipContext): string {
  const { repair } = line;
  if (repair === null || repair === 'unknown' || !('stages' in repair)) return repairOf(line, context);
  const stages = stagesOf(repair.stages, context);
  const [first = ''] = stages;
  if (stages.length <= MOST_STAGES) return repairOf(line, context);
  return sayingSlips(context.words)('manyStages', { count: stages.length, first });
}

/** The most stages that a line at a step names. */
const MOST_STAGES = 2;

function checkOf(line: SlipLine, check: SlipLine['check'], context: SlipContext): SlipCheckView {
  const say = sayingSlips(context.words);
  if (check === null) return { command: '', place: '' };
  if (check === 'unknown') return { command: '', place: say('noCheck') };
  const { command, on, after }: SlipCheckLine = check;
  return { command, place: say('checkPlace', { server: on, step: slipNumber(line, after, context) }) };
}
