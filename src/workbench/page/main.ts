/** Entry of the workbench page: the frame at once, then the sample deals, then the spreadsheet around them. */
import './page.css';
import { startPage } from './workbenchPage';

void startPage();
