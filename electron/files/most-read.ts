const MEBIBYTE = 1024 * 1024;

/** Most bytes of a file that is read, whatever it is, and of one that is GeoJSON. */
export const mostRead = { file: 200 * MEBIBYTE, geojson: 64 * MEBIBYTE } as const;

/** Why a written file of so many bytes could not be read again, as a remark; none where it can. */
export function remarksOnSize(format: 'plan' | 'geojson', bytes: number): readonly string[] {
  const most = format === 'plan' ? mostRead.file : mostRead.geojson;
  if (bytes <= most) return [];
  const wayOut = format === 'plan' ? 'Take pictures out of the plan, or divide it.' : 'Divide the plan.';
  const [size, limit] = [Math.ceil(bytes / MEBIBYTE), most / MEBIBYTE];
  return [
    `The file has ${size} MB and cannot be opened again: ${limit} MB are the most that are read. ${wayOut}`,
  ];
}
