namespace SearchService.Language.Correction;

/// <summary>The units of a word asked for, and what each unit of a word of the archive costs against each of them, reckoned once a unit.</summary>
internal sealed class AskedUnits
{
    private readonly Unit[] _units;
    private readonly Dictionary<Unit, UnitCosts> _costs = [];

    /// <summary>Reads a word.</summary>
    public AskedUnits(Unit[] units)
    {
        _units = units;
        Omit = new float[units.Length + 1];
        for (var place = 1; place <= units.Length; place++)
            Omit[place] = EditCosts.Indel(this[place]) * (place == 1 ? EditCosts.FirstFactor : 1);
    }

    /// <summary>How many units.</summary>
    public int Count => _units.Length;

    /// <summary>What leaving out the unit at each place from 1 costs.</summary>
    public float[] Omit { get; }

    /// <summary>The unit at a place from 1.</summary>
    public Unit this[int place] => _units[place - 1];

    /// <summary>The costs of a unit.</summary>
    public UnitCosts Of(Unit unit)
    {
        if (_costs.TryGetValue(unit, out var known))
            return known;
        var costs = new UnitCosts(unit, Count);
        for (var place = 1; place <= Count; place++)
        {
            costs.Substitute[place] = EditCosts.Substitute(this[place], unit);
            costs.BeginsJoint[place] = EditCosts.LeastJoint(unit, this[place]);
            costs.BeginsAnyJoint |= costs.BeginsJoint[place] < EditCosts.Never;
            costs.FromTwo[place] = place == 1 ? EditCosts.Never : EditCosts.Joint(this[place - 1], this[place], unit);
        }

        return _costs[unit] = costs;
    }
}

/// <summary>What a unit costs against each unit of the word asked for, by place from 1.</summary>
internal sealed class UnitCosts(Unit unit, int count)
{
    /// <summary>The unit.</summary>
    public Unit Unit => unit;

    /// <summary>It is not in the word asked for.</summary>
    public float Indel { get; } = EditCosts.Indel(unit);

    /// <summary>It stands for the one asked for.</summary>
    public float[] Substitute { get; } = new float[count + 1];

    /// <summary>At least, together with whatever follows it, it stands for the one asked for.</summary>
    public float[] BeginsJoint { get; } = new float[count + 1];

    /// <summary>Whether it does so anywhere.</summary>
    public bool BeginsAnyJoint { get; set; }

    /// <summary>It stands for the two asked for that end there.</summary>
    public float[] FromTwo { get; } = new float[count + 1];
}
