// The pages of a rehearsal: copy buttons, and the values of the reader's own site. All scripts are conveniences: the page
// is complete without them.
import './page/copy.mjs';
import './site-values/shared-values.mjs';
