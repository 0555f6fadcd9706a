namespace VietJapanTM.Testing;

/// <summary>How much the tests of faults do. By default what a build can wait for; <c>VJTM_LONG_FAULTS=1</c> asks for all of it.</summary>
public static class Effort
{
    /// <summary>True where the variable asks for everything.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("VJTM_LONG_FAULTS") == "1";

    /// <summary>One of two amounts.</summary>
    public static int Of(int usual, int whole) => IsLong ? whole : usual;
}
