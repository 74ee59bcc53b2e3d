namespace SearchService.Language.Correction;

/// <summary>The units of a word asked for, and what each unit of a word of the archive costs against each of them, reckoned once a unit.</summary>
internal sealed class AskedUnits(Unit[] units)
{
    private readonly Dictionary<Unit, UnitCosts> _costs = [];

    /// <summary>How many units.</summary>
    public int Count => units.Length;

    /// <summary>The unit at a place from 1.</summary>
    public Unit this[int place] => units[place - 1];

    /// <summary>What leaving out the unit at a place from 1 costs.</summary>
    public float Indel(int place) => EditCosts.Indel(units[place - 1]) * (place == 1 ? EditCosts.FirstFactor : 1);

    /// <summary>The costs of a unit.</summary>
    public UnitCosts Of(Unit unit)
    {
        if (_costs.TryGetValue(unit, out var known))
            return known;
        var costs = new UnitCosts(EditCosts.Indel(unit), new float[Count + 1], new float[Count + 1], new float[Count + 1]);
        for (var place = 1; place <= Count; place++)
        {
            costs.Substitute[place] = EditCosts.Substitute(this[place], unit);
            costs.BeginsJoint[place] = EditCosts.LeastJoint(unit, this[place]);
            costs.FromTwo[place] = place == 1 ? EditCosts.Never : EditCosts.Joint(this[place - 1], this[place], unit);
        }

        return _costs[unit] = costs;
    }
}

/// <summary>What a unit costs against each unit of the word asked for, by place from 1.</summary>
/// <param name="Indel">The unit is not in the word asked for.</param>
/// <param name="Substitute">It stands for the one asked for.</param>
/// <param name="BeginsJoint">At least, together with whatever follows it, it stands for the one asked for.</param>
/// <param name="FromTwo">It stands for the two asked for that end there.</param>
internal sealed record UnitCosts(float Indel, float[] Substitute, float[] BeginsJoint, float[] FromTwo);
