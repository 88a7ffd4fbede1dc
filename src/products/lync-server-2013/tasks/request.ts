import { type Console, logonOf, run } from '../../../operator/console';
import { move, walk } from '../../../operator/moves';
import { namedValues } from '../../../operator/named-values';
import { lyncServerOf } from '../topology';

/** Tasks for the certificate request: the wizard on an Edge Server, the transfer to the authority, and the answer. */

/** The differences of a request from the environment's plan. */
export interface RequestChoices {
  readonly file?: string;
  readonly friendlyName?: string;
  /** the selected row in the grid of the wizard; default: Edge Internal */
  readonly selected?: string;
  readonly exportable?: boolean;
  readonly bitLength?: string;
  readonly template?: string;
  /** the organizational unit; default: that of the environment */
  readonly unit?: string;
  readonly alternativeNames?: readonly string[];
  /** whether it is sent to an online authority instead of being prepared for later */
  readonly atOnce?: boolean;
}

const LATER = 'Prepare the request now, but send it later';
const AT_ONCE = 'Send the request immediately to an online certification authority';

/** Completes the request pages of the Certificate Wizard on the current Edge Server (from 04952-175). */
export function createRequest(console: Console, choices: RequestChoices = {}): Console {
  const v = namedValues(console.deployment);
  const begun = walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Certificate', choices.selected ?? 'Edge Internal'],
    ['Available Certificate Tasks', 'Create a new certificate request', 'pressed'],
    ['Certificate Request', 'Next', 'pressed'],
    ['Delayed or Immediate Requests', choices.atOnce ? AT_ONCE : LATER, 'chosen'],
    ['Delayed or Immediate Requests', 'Next', 'pressed'],
    ['Certificate Request File', 'File name', choices.file ?? v['request file'] ?? ''],
    ['Certificate Request File', 'Next', 'pressed'],
  ]);
  return walk(named(templated(begun, choices), choices), [
    ['Configure Additional Subject Alternate Names', 'Next', 'pressed'],
    ['Request Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Next', 'pressed'],
    ['Certificate Request File', 'Finish', 'pressed'],
  ]);
}

/** The Deployment Wizard, up to the page "Available Certificate Tasks". */
export function openCertificateWizard(console: Console): Console {
  const wizard = run(console, 'Deployment Wizard');
  const { launched } = lyncServerOf(wizard.deployment, logonOf(wizard).on);
  return move(wizard, { page: 'Deployment Wizard', control: launched ? 'Run again' : 'Run', value: 'pressed' });
}

function templated(console: Console, choices: RequestChoices): Console {
  const page = 'Specify Alternate Certificate Template';
  const alternate = 'Use alternative certificate template for the selected Certificate Authority';
  const moves = choices.template
    ? ([
        [page, alternate, 'ticked'],
        [page, 'Certificate Template Name', choices.template],
      ] as const)
    : [];
  return walk(console, [...moves, [page, 'Next', 'pressed']]);
}

function named(console: Console, choices: RequestChoices): Console {
  const v = namedValues(console.deployment);
  const [security, organization, place] = [
    'Name and Security Settings',
    'Organization Information',
    'Geographical Information',
  ];
  const exportable = choices.exportable === false ? 'unticked' : 'ticked';
  const answered = walk(console, [
    [security, 'Friendly name', choices.friendlyName ?? v['friendly name'] ?? ''],
    [security, 'Bit length', choices.bitLength ?? v['bit length'] ?? ''],
    [security, 'Mark certificate private key as exportable', exportable],
    [security, 'Next', 'pressed'],
    [organization, 'Organization', v.organization ?? ''],
    [organization, 'Organizational unit (OU)', choices.unit ?? v['organizational unit'] ?? ''],
    [organization, 'Next', 'pressed'],
    [place, 'Country/Region', v.country ?? ''],
    [place, 'State/Province', v.state ?? ''],
    [place, 'City', v.city ?? ''],
    [place, 'Next', 'pressed'],
    ['Subject Name/Subject Alternate Names', 'Next', 'pressed'],
  ]);
  const more = 'Configure Additional Subject Alternate Names';
  return (choices.alternativeNames ?? []).reduce(
    (c, name) =>
      walk(c, [
        [more, 'New subject alternative name', name],
        [more, 'Add', 'pressed'],
      ]),
    answered,
  );
}
