/**
 * ECharts as one file: its modules, several hundred of them, take half a second to load, ten times as long. The file
 * has the charts and components that are drawn here, and both renderers.
 */
import { createRequire } from 'node:module';
import type { init as Init, setPlatformAPI as SetPlatform } from 'echarts/core';

interface Library {
  readonly init: typeof Init;
  readonly setPlatformAPI: typeof SetPlatform;
}

const load = createRequire(import.meta.url);

export const { init, setPlatformAPI } = load('echarts/dist/echarts.common.min') as Library;
