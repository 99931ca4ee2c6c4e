// Starts the module of every element that asks for one with `data-module`. What only some pages
// need is fetched only there.
import { glance } from './glance.js';
import { languages } from './languages.js';
import { menu } from './menu.js';
import { printed } from './printed.js';
import { scheme } from './scheme-button.js';
import { searchShortcut } from './search-shortcut.js';
import { sortable } from './sortable.js';
import { tableRoles } from './table-roles.js';

const MODULES = {
  glance,
  languages,
  menu,
  scheme,
  sortable,
  'search-shortcut': searchShortcut,
  stored: (element) => import('./stored/stored.js').then((m) => m.stored(element)),
  jury: (element) => import('./jury/jury.js').then((m) => m.jury(element)),
  'round-form': (element) => import('./jury/round-form.js').then((m) => m.roundForm(element)),
  browse: (element) => import('./browse/browse.js').then((m) => m.browse(element)),
  copy: (element) => import('./copy.js').then((m) => m.copy(element)),
  lost: (element) => import('./lost.js').then((m) => m.lost(element)),
  compare: (element) => import('./compare/compare.js').then((m) => m.compare(element)),
  submit: (element) => import('./submit/submit.js').then((m) => m.submit(element)),
  'compare-bar': (element) => import('./compare/bar.js').then((m) => m.compareBar(element)),
  'compare-rows': (element) => import('./compare/rows.js').then((m) => m.compareRows(element)),
  'compare-box': (element) => import('./compare/box.js').then((m) => m.compareBoxAt(element)),
};

printed();
for (const table of document.querySelectorAll('table')) tableRoles(table);
for (const element of document.querySelectorAll('[data-module]')) {
  MODULES[element.dataset.module]?.(element);
}
