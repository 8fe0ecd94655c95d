/// <reference lib="dom" />
import type { HostedWindow } from '../officehost/transports/win32';

declare global {
  interface Window {
    /** In the workbench: puts the office host on the window of the add-in's page. Each page calls it once as it loads. */
    looplensOffice?: (page: HostedWindow) => void;
  }
}
