-- There is no way back: identity strips and destroyed keys have no place in the older schema. Restore a backup instead.
SELECT this_step_cannot_be_undone;
