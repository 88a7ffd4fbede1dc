import type { RecordedValue, RecordedValueRule } from './named-values';

/** The heading of a group of values. */
export type ValueGroup = 'computers' | 'authorities' | 'accounts' | 'subject' | 'files';

const GROUPS: Readonly<Record<RecordedValueRule, ValueGroup>> = {
  fqdn: 'computers',
  pool: 'computers',
  balancer: 'computers',
  netbios: 'accounts',
  authority: 'authorities',
  template: 'authorities',
  templateTitle: 'authorities',
  account: 'accounts',
  text64: 'subject',
  text128: 'subject',
  country: 'subject',
  bits: 'subject',
  path: 'files',
  share: 'files',
  drive: 'files',
};

/** The groups in the order of the page. */
export const GROUP_ORDER: readonly ValueGroup[] = ['computers', 'authorities', 'accounts', 'subject', 'files'];

/** The group of a value, whatever names it has. */
export function groupOf([named]: readonly RecordedValue[]): ValueGroup {
  return named ? GROUPS[named.accepts] : 'computers';
}
