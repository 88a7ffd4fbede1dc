// A page with a change record: the scripts of every page of a rehearsal, and the record.
import './rehearsal.mjs';
import './record/panel.mjs';
