/** The pages of the runbook: each is the template of that name, and the file of that name with `.html`. */
export const PAGES = ['index', 'findings'] as const;

export type PageName = (typeof PAGES)[number];
