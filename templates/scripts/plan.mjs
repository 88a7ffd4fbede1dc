// The page of a plan: copy buttons, the values of the reader's own site, and the change record.
import './page/copy.mjs';
import './plan/plan.mjs';
