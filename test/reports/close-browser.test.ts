import { closeSharedBrowser } from './samples.ts';

after('close the browser that the report tests share', closeSharedBrowser);
