// The pages of a rehearsal: copy buttons, the values of the reader's own site, and operators' sheets. All scripts are
// conveniences: the page is complete without them.
import './page/copy.mjs';
import './sheet/panel.mjs';
