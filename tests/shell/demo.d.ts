// What the demo's preload offers its page, and what its main process keeps for the tests.
interface DemoApi {
  readonly echo: (value: unknown) => Promise<{ value: unknown; url: string; isTop: boolean }>;
  fail(): Promise<never>;
  now(): number;
  leak(): object;
  throwHere(): never;
  twice(callback: (n: number) => Promise<number>): Promise<number>;
  onNews(listener: (news: unknown) => void): () => void;
}
declare var demo: DemoApi;
declare var inlineRan: boolean | undefined;
declare var seen: {
  blocked: string[];
  asked: number;
  popups: string[];
  navigations: string[];
  second: string[][];
};
