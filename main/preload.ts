import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { createBridge, namesFromArguments } from '@core/contract/bridge';

// SECURITY: the window gets one function per call of the contract, and plain data; neither Electron nor its events.
contextBridge.exposeInMainWorld(
  'keydesk',
  createBridge(namesFromArguments(process.argv), {
    invoke: (channel, input) => ipcRenderer.invoke(channel, input),
    listen: (channel, listener) => {
      const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
      ipcRenderer.on(channel, receive);
      return () => void ipcRenderer.removeListener(channel, receive);
    },
    pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  }),
);
