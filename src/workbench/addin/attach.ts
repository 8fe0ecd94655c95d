/// <reference lib="dom" />
/**
 * First script of the add-in's page where office.js is served beside it: takes the host from the workbench around it.
 *
 * In Excel the host is there before any script; here the frame asks for it. Without a workbench around nothing happens,
 * and office.js finds its host by itself or says that there is none.
 */
import './surroundings';

if (window.parent !== window) window.parent.looplensOffice?.(window);
