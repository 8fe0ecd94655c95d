import type { WebpackPluginInstance } from 'webpack';

export declare class GzipBudget implements WebpackPluginInstance {
  constructor(budgets: Readonly<Record<string, number>>);
  apply: WebpackPluginInstance['apply'];
}
