/** What is used of the one file of ECharts, which comes without types. */
declare module 'echarts/dist/echarts.common.min.js' {
  import type { init, setPlatformAPI } from 'echarts/core';

  const library: { readonly init: typeof init; readonly setPlatformAPI: typeof setPlatformAPI };
  export default library;
}
