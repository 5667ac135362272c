/** Where a text is typed: the field at the pointer takes places and lengths. */
export type TypedSort = 'length' | 'pointer' | 'angle' | 'bearing' | 'number' | 'surface';

/** What is shown for a text, or how each of its meanings has to be typed instead. */
export type TypedMeaning = string | readonly string[];

/** A text and what it means in a plan in metres and in one in feet and inches. */
export type TypingExample = {
  readonly sort: TypedSort;
  readonly typed: string;
  readonly metres: TypedMeaning;
  readonly feet: TypedMeaning;
};

const example = (
  sort: TypedSort,
  typed: string,
  metres: TypedMeaning,
  feet: TypedMeaning = metres,
): TypingExample => ({
  sort,
  typed,
  metres,
  feet,
});

/**
 * The rule of typed quantities by examples: the help shows them, and a test reads each.
 *
 * One text has one meaning, or it is asked for.
 */
export const typingTable: readonly TypingExample[] = [
  example('length', '3.5', '3.500 m', `3'-6"`),
  example('length', '3,5', '3.500 m', `3'-6"`),
  example('length', '380 cm', '3.800 m', `12'-5 5/8"`),
  example('length', `12'6"`, '3.810 m', `12'-6"`),
  example('length', `5'6-1/2"`, '1.689 m', `5'-6 1/2"`),
  example('length', `3' - 2 9/16"`, '0.979 m', `3'-2 9/16"`),
  example('length', '6-1/2"', '0.165 m', `0'-6 1/2"`),
  example('length', '85-1/2in', '2.172 m', `7'-1 1/2"`),
  example('length', `10' - 2'`, '2.438 m', `8'-0"`),
  example('length', '3.2 m - 40 cm', '2.800 m', `9'-2 1/4"`),
  example('length', '3.2 m-40 cm', ['3.2 m - 40 cm']),
  example('length', `10'-14"`, [`10' 14"`, `10' - 14"`]),
  example('length', '12-3', '9.000 m', [`12'-3"`, `12' - 3'`]),
  example('length', '6-1/2', '5.500 m', ['6-1/2"', `6'-1/2"`]),
  example('length', '2*(3+4)', '14.000 m', `14'-0"`),
  example('length', '1,500', ['1500', '1.500']),
  example('length', `1'500`, ['1500', `1' 500"`]),
  example('length', '2026-11-24', ['2026 - 11 - 24'], [`2026' - 11' - 24'`]),
  example('length', '3 m 50 cm', '3.500 m', `11'-5 13/16"`),
  example('length', '3 m 5', ['3 m 5 cm', '3.5 m']),
  example('length', '3 m 150 cm', ['3 m + 150 cm']),
  example('length', '1 mi', '1609.344 m', `5280'-0"`),
  example('length', '6 1/2', ['6 1/2 m', '6 1/2"'], ['6 1/2 ft', `6' 1/2"`]),
  example('length', '1 000', ['1000']),
  example('length', '12 000 mm', '12.000 m', `39'-4 7/16"`),
  example('pointer', '12,3', '12.000 m, 3.000 m', `12'-0", 3'-0"`),
  example('pointer', '12,5;3,2', '12.500 m, 3.200 m', `12'-6", 3'-2 3/8"`),
  example('pointer', '3,5 m', '3.500 m', `11'-5 13/16"`),
  example('pointer', '@3,4', '@ 3.000 m, 4.000 m', `@ 3'-0", 4'-0"`),
  example('pointer', '@12<45', '@ 12.000 m < 45.0°', `@ 12'-0" < 45.0°`),
  example('pointer', '@3,5 m', ['@3; 5 m']),
  example('angle', '12,5', '12.5°'),
  example('angle', `12°30'`, '12.5°'),
  example('angle', `12°-30'`, '12.5°'),
  example('angle', '12 30', [`12°30'`]),
  example('angle', '90° - 45°', '45.0°'),
  example('angle', '360/8', '45.0°'),
  example('angle', '45-30', [`45°30'`, '45° - 30°']),
  example('bearing', '132.5', '132.5°'),
  example('bearing', 'N 45-30 E', '45.5°'),
  example('bearing', `S 10°30' W`, '190.5°'),
  example('bearing', '132-30', [`132°30'`, '132° - 30°']),
  example('number', '3,5', '3.5'),
  example('number', '12-3', '9'),
  example('number', '12 000', '12000'),
  example('number', '6 1/2', '6.5'),
  example('number', '24/11/2026', ['24 / 11 / 2026']),
  example('surface', '20', '20.0 m²', '20.0 ft²'),
  example('surface', '20 m²', '20.0 m²', '215.3 ft²'),
];
