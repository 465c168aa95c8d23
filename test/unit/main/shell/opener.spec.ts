import { describe, expect, it } from 'vitest';
import { isDocumentation, openerOver } from '@main/electron/opener';

const GOOD = 'https://developer.4d.com/qodly/QodlyinCloud/console/apiKeys';

const REFUSED = [
  '',
  'developer.4d.com',
  '//developer.4d.com/',
  'http://developer.4d.com/',
  'HTTPS://developer.4d.com/',
  'https:developer.4d.com/',
  'https:\\\\developer.4d.com\\',
  ' https://developer.4d.com/',
  'https://developer.4d.com/\n--help',
  'https://developer.4d.com/a b',
  'https://developer.4d.com',
  'https://developer.4d.com:443/',
  'https://developer.4d.com:8443/',
  'https://user@developer.4d.com/',
  'https://user:word@developer.4d.com/',
  'https://developer.4d.com@evil.example/',
  'https://developer.4d.com.evil.example/',
  'https://evil.example/?https://developer.4d.com/',
  'https://evil.example/#developer.4d.com',
  'https://developer.4d.com./',
  'https://DEVELOPER.4d.com/',
  'https://xn--developer-4d.com/',
  'https://x.developer.4d.com/',
  'javascript:alert(1)',
  'JavaScript:alert(1)//developer.4d.com',
  'file:///etc/passwd',
  'file://developer.4d.com/share',
  'smb://developer.4d.com/share',
  '\\\\developer.4d.com\\share',
  'data:text/html,x',
  'blob:https://developer.4d.com/1',
  'view-source:https://developer.4d.com/',
  'ms-msdt:/id',
  'mailto:a@developer.4d.com',
  'vscode://file/etc/passwd',
  'app://bundle/index.html',
  'about:blank',
  '-https://developer.4d.com/',
  '--help',
];

describe('the opener', () => {
  it('opens our documentation, unchanged', async () => {
    const opened: string[] = [];
    await openerOver({ openExternal: async (url) => void opened.push(url) }).open(GOOD);
    expect(opened).toEqual([GOOD]);
  });

  it.each(REFUSED)('does not open %j', async (url) => {
    const opened: string[] = [];
    const opener = openerOver({ openExternal: async (given) => void opened.push(given) });
    await expect(opener.open(url)).rejects.toMatchObject({ code: 'forbidden' });
    expect(isDocumentation(url)).toBe(false);
    expect(opened).toEqual([]);
  });
});
