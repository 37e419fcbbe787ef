/**
 * ECharts as one file: its modules, several hundred of them, take half a second to load, ten times as long. The file
 * has the charts and components that are drawn here, and both renderers.
 */
import echarts from 'echarts/dist/echarts.common.min.js';

export const { init, setPlatformAPI } = echarts;
