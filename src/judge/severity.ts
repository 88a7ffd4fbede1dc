/** How bad a finding is: it does not work, it is not as documented, or it is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';
