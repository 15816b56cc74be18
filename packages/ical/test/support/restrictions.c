/* Reads a calendar with libical, checks it against the restrictions of RFC 5545 and 5546, prints every fault on a
   line of its own, and the number of events on the last. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_faults(icalcomponent *component) {
  for (icalproperty *p = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY))
    printf("%s\n", icalproperty_get_xlicerror(p));
  for (icalcomponent *c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); c != NULL;
       c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    print_faults(c);
}

int main(int count, char **arguments) {
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (fread(text, 1, size, file) != (size_t)size) return 2;
  text[size] = 0;
  fclose(file);
  icalcomponent *calendar = icalparser_parse_string(text);
  if (calendar == NULL || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) return 2;
  icalrestriction_check(calendar);
  print_faults(calendar);
  printf("%d\n", icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT));
  return 0;
}
