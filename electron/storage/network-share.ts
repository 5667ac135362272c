import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const SHARE_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs|ncpfs|afs|ceph|lustre|glusterfs|9p|fuse\.(sshfs|rclone|s3fs|davfs|glusterfs|ceph|gvfsd-fuse))$/;

type Mount = { readonly folder: string; readonly type: string };

/** The mounts in the text of Linux's `/proc/self/mountinfo`. */
export function parseMountinfo(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const folder = before.split(' ')[4];
    const type = after.split(' ')[0];
    if (!folder || !type) return [];
    return [
      { folder: folder.replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8))), type },
    ];
  });
}

/** The mounts in the text that macOS prints for `mount`. */
export function parseMountLines(text: string): readonly Mount[] {
  return [...text.matchAll(/^.* on (.+) \((\w+)/gm)].map(([, folder = '', type = '']) => ({ folder, type }));
}

/** The type of the share that a folder lies on, or null when it lies on a local disk. */
export function shareTypeOf(folder: string, mounts: readonly Mount[]): string | null {
  const inside = ({ folder: mount }: Mount) =>
    folder === mount || folder.startsWith(mount.endsWith('/') ? mount : `${mount}/`);
  // Of two mounts on one folder the later one is seen.
  const nearest = mounts
    .filter(inside)
    .reduce<Mount | null>(
      (best, mount) => (best && best.folder.length > mount.folder.length ? best : mount),
      null,
    );
  return nearest && SHARE_TYPES.test(nearest.type) ? nearest.type : null;
}

/** Whether a Windows path names a computer: `\\server\share`, also in its `\\?\UNC\` form. */
export function isUncPath(file: string): boolean {
  return /^[\\/]{2}(?![?.][\\/])[^\\/]/.test(file) || /^[\\/]{2}[?.][\\/]UNC[\\/]/i.test(file);
}

function readMounts(): readonly Mount[] {
  if (process.platform === 'linux') return parseMountinfo(fs.readFileSync('/proc/self/mountinfo', 'utf8'));
  if (process.platform === 'darwin')
    return parseMountLines(execFileSync('/sbin/mount', { encoding: 'utf8' }));
  return [];
}

function existingFolder(file: string): string {
  let folder = path.resolve(path.dirname(file));
  while (!fs.existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  // A drive letter that stands for a share becomes its \\server\share form.
  return fs.realpathSync.native(folder);
}

/** The name of the network share that a file lies on or would lie on, or null for a local disk. */
export function networkShareOf(file: string): string | null {
  if (process.platform === 'win32') {
    return isUncPath(file) || isUncPath(existingFolder(file)) ? 'network share' : null;
  }
  return shareTypeOf(existingFolder(file), readMounts());
}
