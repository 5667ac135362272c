/** Records of one kind by their order on the drawing, the lowest first; those of one order as they come. */
export function bandsOf<R extends { readonly order: number }>(
  records: Iterable<R>,
): readonly (readonly R[])[] {
  const bands = new Map<number, R[]>();
  for (const record of records) {
    const band = bands.get(record.order);
    if (band) band.push(record);
    else bands.set(record.order, [record]);
  }
  return [...bands].sort(([first], [second]) => first - second).map(([, band]) => band);
}
