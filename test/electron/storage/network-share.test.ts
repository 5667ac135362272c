import { describe, expect, test } from 'vitest';
import {
  isUncPath,
  networkShareOf,
  parseMountinfo,
  parseMountLines,
  shareTypeOf,
} from '../../../electron/storage/network-share.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const mountinfo = `21 1 0:20 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 21 0:40 / /export/ann/Team\\040share rw - nfs4 server:/export rw
31 21 0:41 / /mnt rw - cifs //server/share rw
32 31 0:42 / /mnt/local rw - ext4 /dev/vdb rw
33 21 0:43 / /srv rw - ext4 /dev/vdc rw
34 21 0:44 / /srv rw - fuse.sshfs ann@server: rw`;

describe('shareTypeOf', () => {
  test.each([
    ['/export/ann/plans', null],
    ['/export/ann/Team share', 'nfs4'],
    ['/export/ann/Team share/plans', 'nfs4'],
    ['/export/ann/Team share 2', null],
    ['/mnt/plans', 'cifs'],
    ['/mnt/local/plans', null],
    ['/srv/plans', 'fuse.sshfs'],
  ])('%s lies on %s', (folder, type) => {
    expect(shareTypeOf(folder, parseMountinfo(mountinfo))).toBe(type);
  });

  test('reads what macOS prints', () => {
    const text = '/dev/disk3 on / (apfs, sealed)\n//ann@server/Plans on /Volumes/Our plans (smbfs, nodev)';
    expect(shareTypeOf('/Volumes/Our plans/a', parseMountLines(text))).toBe('smbfs');
    expect(shareTypeOf('/Library/ann', parseMountLines(text))).toBe(null);
  });
});

describe('isUncPath', () => {
  test.each([
    ['\\\\server\\share\\sallyport.db', true],
    ['//server/share/sallyport.db', true],
    ['\\\\?\\UNC\\server\\share\\sallyport.db', true],
    ['\\\\?\\D:\\plans\\sallyport.db', false],
    ['D:\\plans\\sallyport.db', false],
  ])('%s: %s', (file, expected) => {
    expect(isUncPath(file)).toBe(expected);
  });
});

test('a folder on this disk is no share, whether it exists or not', () => {
  expect(networkShareOf(`${temporaryFolder()}/not/there/yet/sallyport.db`)).toBe(null);
});
