// The demo's preload: one object of each kind that can cross the bridge.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('demo', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  now: () => 7,
  leak: () => ipcRenderer,
  throwHere: () => {
    throw new RangeError('too far');
  },
  twice: async (callback) => (await callback(1)) + (await callback(2)),
  onNews: (listener) => {
    const heard = (_event, news) => {
      listener(news);
    };
    ipcRenderer.on('news', heard);
    return () => {
      ipcRenderer.off('news', heard);
    };
  },
});
